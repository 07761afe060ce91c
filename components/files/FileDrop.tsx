import './files.css';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

/** The files of a drag or of the clipboard; text that is dragged or pasted along is not ours. */
function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.files ?? [])];
}

const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') === true;

/**
 * A part of the panel that takes files: dropped on it, pasted in it. Without it a dropped file would replace the panel
 * by its content.
 */
export function FileDrop({
  onFiles,
  children,
}: {
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ComponentChildren;
}) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent: counted, so that the frame does not flicker.
  const depth = useRef(0);
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  return (
    // For the pointer and the clipboard; a button beside it does the same by keyboard.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class={`file-drop${over ? ' file-drop-over' : ''}`}
      onDragEnter={(event) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (hasFiles(event.dataTransfer)) event.preventDefault();
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDrop={(event) => {
        if (!hasFiles(event.dataTransfer)) return;
        event.preventDefault();
        leave();
        onFiles(filesOf(event.dataTransfer));
      }}
      onPaste={(event) => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        onFiles(files);
      }}
    >
      {children}
    </div>
  );
}

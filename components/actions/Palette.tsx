import '@/components/ui/field.css';
import './palette.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { NamedSource } from '@/components/panel/NamedSource';
import type { Hit } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { moved } from '@/components/ui/listbox';
import { useOwnId } from '@/components/ui/use-own-id';
import { plural, t } from '@/utils/i18n';
import type { PanelView } from '@/utils/messages/view';
import type { Command } from './command';
import { filterCommands } from './filter-commands';
import { recentCommands } from './recent-commands';
import { type Reach, useGlobalCommands, useShownCommands } from './use-commands';

interface PaletteProps {
  readonly view: PanelView | null;
  readonly hit: Hit | null;
  readonly reach: Reach;
  readonly onClose: () => void;
}

interface ListProps {
  /** Whom the commands of a person are about; null: nobody is shown. */
  readonly hit: Hit | null;
  readonly commands: readonly Command[];
  readonly onClose: () => void;
}

function Row(props: {
  readonly command: Command;
  readonly id: string;
  readonly active: boolean;
  readonly onPick: () => void;
  readonly onPoint: () => void;
}) {
  const { command, id, active, onPick, onPoint } = props;
  const second = command.mayNot ?? command.state;
  return (
    // The keys are the field's: the list is never in the tab order, and a press must not take the focus.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div
      id={id}
      class={`palette-row${command.danger === true ? ' palette-danger' : ''}`}
      role="option"
      aria-selected={active}
      aria-disabled={command.mayNot === undefined ? undefined : 'true'}
      data-active={active}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onMouseMove={onPoint}
    >
      <Icon name={command.icon} />
      <span class="palette-words">
        <span>{command.text}</span>
        {second !== undefined && <span class="palette-state">{second}</span>}
      </span>
      {command.keys !== undefined && <kbd class="palette-keys">{command.keys}</kbd>}
    </div>
  );
}

/** Everything that can be done, found by a few letters: arrows choose, Enter does it, Esc closes. */
function List({ hit, commands, onClose }: ListProps) {
  const { several } = useActs();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useOwnId();
  const dialog = useRef<HTMLDialogElement>(null);
  const now = useRef(onClose);
  now.current = onClose;
  const recent = recentCommands();
  const shown = filterCommands(commands, text, recent.keys());
  const at = Math.min(active, shown.length - 1);
  useEffect(() => {
    const { activeElement } = document;
    const frame = dialog.current;
    const closed = () => now.current();
    frame?.addEventListener('close', closed);
    frame?.showModal();
    frame?.querySelector('input')?.focus();
    return () => {
      // Closed by being taken away, it does not tell: a question may stand there by then.
      frame?.removeEventListener('close', closed);
      frame?.close();
      if (activeElement instanceof HTMLElement && activeElement.isConnected) activeElement.focus();
    };
  }, []);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [at, text, id]);
  const pick = (command: Command | undefined) => {
    if (command === undefined || command.mayNot !== undefined) return;
    recent.add(command.key);
    onClose();
    // Once the focus is back where it was: what is done now may take it elsewhere.
    queueMicrotask(command.onPress);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!event.repeat) pick(shown[at]);
    } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onClose();
    } else {
      const alone = event.key === 'Home' || event.key === 'End' ? text === '' : true;
      const next = alone ? moved(event.key, at, shown.length) : at;
      if (next === at) return;
      event.preventDefault();
      setActive(next);
    }
  };
  return (
    <dialog class="dialog palette" ref={dialog} aria-label={t('menu_all')}>
      <div class="palette-field">
        <Icon name="search" />
        <input
          class="field-input"
          type="text"
          role="combobox"
          autoComplete="off"
          spellcheck={false}
          dir="auto"
          aria-label={t('palette_field')}
          placeholder={t('palette_field')}
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length === 0 ? undefined : `${id}-${at}`}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {hit !== null && several && (
        <p class="palette-at">
          <bdi>{hit.match.person.name}</bdi>
          <NamedSource source={hit.answer.source} />
        </p>
      )}
      <div class="palette-list" role="listbox" id={`${id}-list`} aria-label={t('menu_all')}>
        {shown.map((command, index) => (
          <Row
            key={command.key}
            command={command}
            id={`${id}-${index}`}
            active={index === at}
            onPick={() => pick(command)}
            onPoint={() => setActive(index)}
          />
        ))}
      </div>
      {shown.length === 0 && <p class="palette-none">{t('palette_none')}</p>}
      <p class="unseen" role="status">
        {text === '' ? '' : plural('palette_count', shown.length)}
      </p>
    </dialog>
  );
}

function OfPerson({ hit, ...props }: PaletteProps & { readonly hit: Hit }) {
  const shown = useShownCommands(props.view, hit, props.reach);
  const all = useGlobalCommands(props.view, props.reach);
  return <List hit={hit} commands={[...shown, ...all]} onClose={props.onClose} />;
}

function OfNobody(props: PaletteProps) {
  return <List hit={null} commands={useGlobalCommands(props.view, props.reach)} onClose={props.onClose} />;
}

/** The list of all commands: those of the shown person, where there is one, before those of the panel. */
export function Palette(props: PaletteProps) {
  return props.hit === null ? <OfNobody {...props} /> : <OfPerson {...props} hit={props.hit} />;
}

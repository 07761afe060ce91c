import { Icon } from '@/components/ui/Icon';
import { SourceMark } from '@/components/ui/SourceMark';
import { t } from '@/utils/i18n';
import { ConnectionAct } from './ConnectionAct';
import { ConnectionMenu } from './ConnectionMenu';
import { stateWords } from './connection-words';
import type { LineProps } from './line-props';
import { UrlText } from './UrlText';

/** One server or book: handle, mark, name and kind, address, state, the next thing to do, and the rest in a menu. */
export function ConnectionLine(props: LineProps) {
  const { row, reorder } = props;
  const kinds = props.connections.kinds.value ?? [];
  const kind = kinds.find(({ id }) => id === row.connector);
  const address = kind?.form.find((field) => field.kind === 'address')?.id ?? 'address';
  const where = row.settings[address] ?? '';
  const words = stateWords(row, Date.now());
  const dragged = reorder.dragged === row.id;
  return (
    <li class={`list-row connection-row${dragged ? ' connection-dragged' : ''}`} data-id={row.id}>
      <Handle {...props} />
      <SourceMark {...row.mark} large />
      <div class="connection-what">
        <strong>
          <bdi>{row.name}</bdi>
        </strong>
        {(row.local || kind !== undefined) && (
          <span class="quiet">
            {' · '}
            {kind === undefined ? t('connection_embedded') : t(kind.name)}
          </span>
        )}
        <span class="list-line">{row.local ? t('connection_here') : <UrlText url={where.replace(/\/+$/, '')} />}</span>
      </div>
      <div class={`connection-state figures${words.danger ? ' connection-failed' : ''}`}>
        <Icon name={words.icon} />
        <span class="connection-word">{words.word}</span>
        <span class="connection-second">{words.second}</span>
      </div>
      <div class="connection-acts">
        <ConnectionAct {...props} />
        <ConnectionMenu {...props} />
      </div>
    </li>
  );
}

/** Dragged with a pointer, or moved with the arrow keys. */
function Handle({ row, place, reorder }: LineProps) {
  if (place.first && place.last) return <span class="connection-handle" />;
  return (
    <button
      type="button"
      class="connection-handle"
      aria-label={t('connection_move_of', [row.name])}
      aria-describedby={place.hint}
      onPointerDown={(event) => {
        if (event.button === 0) reorder.grab(row.id);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        reorder.move(row.id, event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <Icon name="drag" />
    </button>
  );
}

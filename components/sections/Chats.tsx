import './chats.css';
import '@/components/profile/rows.css';
import { useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { Dotted } from '@/components/panel/Dotted';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { type Hit, refKey } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { SectionFold } from '@/components/ui/SectionFold';
import { Skeleton } from '@/components/ui/Skeleton';
import { clockText, dayTimeText } from '@/components/ui/time';
import { useOwnId } from '@/components/ui/use-own-id';
import { formatNumber, plural, t } from '@/utils/i18n';
import type { Section } from '@/utils/messages/view';
import type { Chat } from '@/utils/people/record';
import { Short } from './Short';
import { useListed } from './use-listed';

const FIRST = 3;
const MANY = 200;
const MINUTE = 60_000;

/** How long it went on, in whole minutes; null while nobody knows its end. */
const lengthText = ({ at, endedAt }: Chat): string | null =>
  endedAt === undefined
    ? null
    : plural('span_minutes', Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(at)) / MINUTE)));

function Lines({ chat, person }: { readonly chat: Chat; readonly person: string }) {
  return (
    <ol class="chat-lines">
      {chat.lines.map((line, index) => (
        <li key={index}>
          <div class="quiet">
            <Dotted
              parts={[line.by === 'person' ? person : (chat.agent ?? t('kind_agent')), clockText(Date.parse(line.at))]}
            />
          </div>
          <p class="chat-text" dir="auto">
            {line.text}
          </p>
        </li>
      ))}
    </ol>
  );
}

function ChatRow({ chat, person }: { readonly chat: Chat; readonly person: string }) {
  const { now } = useActs();
  const [open, setOpen] = useState(false);
  const id = useOwnId();
  return (
    <li class="chat">
      <button type="button" class="chat-button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'down' : 'right'} />
        <span class="chat-words">
          <bdi>{chat.subject === '' ? t('chat_no_subject') : chat.subject}</bdi>
          <span class="quiet chat-facts">
            <Dotted parts={[dayTimeText(chat.at, now()), lengthText(chat), chat.agent]} />
          </span>
        </span>
      </button>
      <div id={id} hidden={!open}>
        {open && <Lines chat={chat} person={person} />}
      </div>
    </li>
  );
}

export interface ChatsProps {
  readonly hit: Hit;
  readonly section: Section<Chat>;
}

/** Chats with their agent and length, newest first; each unfolds to what was said. */
export function Chats({ hit, section }: ChatsProps) {
  const { ask, folded, fold } = useActs();
  const { match, answer } = hit;
  const { person } = match;
  const listed = useListed<Chat>(
    `${refKey(person.ref)} chats`,
    section,
    (limit) => ask('chats', { ref: person.ref, limit }),
    match.touched,
  );
  const { more, part, problem, waiting } = listed;
  const items = more.part?.items ?? part?.items.slice(0, FIRST) ?? [];
  if (part?.total === 0) return null;
  return (
    <SectionFold
      title={t('section_chats')}
      {...(part === null ? {} : { count: part.total })}
      folded={folded('chats', false)}
      onFold={(to) => fold('chats', to)}
      busy={waiting}
    >
      <ul class={items.length > MANY ? 'many' : undefined}>
        {items.map((chat) => (
          <ChatRow key={chat.id} chat={chat} person={person.name} />
        ))}
      </ul>
      {waiting && (
        <div class="section-waits">
          <Skeleton />
        </div>
      )}
      {problem !== null && !more.busy && (
        <ProblemBox
          problem={problem}
          call="failed_chats"
          source={answer.source.name}
          rest="rest_is_current"
          onRetry={() => more.load(Math.max(FIRST, part?.total ?? 0))}
        />
      )}
      {part !== null && problem === null && !more.busy && part.total > items.length && more.part === null && (
        <button type="button" class="more" onClick={() => more.load(part.total)}>
          {t('show_all', [formatNumber(part.total)])}
        </button>
      )}
      {more.part !== null && problem === null && !more.busy && (
        <Short part={more.part} source={answer.source.name} onAgain={() => more.load(more.part?.total ?? 0)} />
      )}
    </SectionFold>
  );
}

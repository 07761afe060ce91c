import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useHeadMenu } from '@/components/profile/use-head-menu';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { t } from '@/utils/i18n';
import type { CreateDraft, PanelView, Source, Subject } from '@/utils/messages/view';
import { CreateForm } from './CreateForm';
import { NamedSource } from './NamedSource';
import { NearMatches } from './NearMatches';
import { PlainHead } from './PlainHead';
import { subjectName } from './states';

export interface NotFoundProps {
  readonly view: PanelView;
  readonly subject: Subject;
  /** False: a half-filled form holds the panel at a message that is no longer open. */
  readonly current: boolean;
  readonly onTyped: (draft: CreateDraft) => void;
  readonly onLeave: () => void;
}

interface LookedInProps {
  readonly text: 'looked_in' | 'not_looked_in';
  readonly sources: readonly Source[];
}

function LookedIn({ text, sources }: LookedInProps) {
  if (sources.length === 0) return null;
  return (
    <p class="looked-in">
      {t(text)}
      {sources.map((source) => (
        <NamedSource key={source.id} source={source} />
      ))}
    </p>
  );
}

/** Nobody has the address: near matches first, then a form filled from the page. */
export function NotFound({ view, subject, current, onTyped, onLeave }: NotFoundProps) {
  // A server that was not asked may have them: no form stands there to make them twice, unless one was begun.
  const partly = view.answers.some(({ state }) => state === 'failed');
  const [closed, setClosed] = useState(partly && view.draft === null);
  const card = useRef<HTMLDivElement>(null);
  const turned = useRef(closed);
  // The pressed button goes with what it closes or opens: the focus goes on from what takes its place.
  useLayoutEffect(() => {
    if (turned.current === closed) return;
    turned.current = closed;
    card.current?.querySelector<HTMLElement>(closed ? '.actions button' : 'form input')?.focus();
  }, [closed]);
  const items = useHeadMenu(view, subject);
  const answered = view.answers.filter(({ state }) => state === 'answered').map(({ source }) => source);
  const failed = view.answers.filter(({ state }) => state === 'failed').map(({ source }) => source);
  const [first, ...rest] = view.answers
    .filter(({ can, state }) => can.includes('person.create') && state === 'answered')
    .map(({ source }) => source);
  return (
    <>
      <PlainHead
        title={t(partly ? 'not_found_partly' : 'not_found')}
        party={subject.party}
        picture={{ name: subjectName(subject), unknown: true }}
        items={items}
      >
        <LookedIn text="looked_in" sources={answered} />
        <LookedIn text="not_looked_in" sources={failed} />
      </PlainHead>
      <div class="card create" ref={card}>
        <NearMatches near={view.near} asked={subject.party.address} named={view.sources.length > 1} />
        {subject.noReply ? (
          <p class="people-note">
            <Icon name="info" />
            <span>{t('no_reply_note')}</span>
          </p>
        ) : first === undefined ? (
          <p class="people-note">
            <Icon name="info" />
            <span>{t('no_creating')}</span>
          </p>
        ) : closed ? (
          <div class="pad actions">
            <Button look="quiet" icon="plus" onPress={() => setClosed(false)}>
              {t('create_person')}
            </Button>
          </div>
        ) : (
          <CreateForm
            key={subject.key}
            subject={subject}
            kept={view.draft}
            targets={[first, ...rest]}
            answers={view.answers}
            saveTo={view.saveTo}
            current={current}
            onTyped={onTyped}
            onMade={onLeave}
            onNotNow={() => {
              setClosed(true);
              onLeave();
            }}
          />
        )}
      </div>
    </>
  );
}

import '@/components/panel/create.css';
import './merge.css';
import './choices.css';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useActs } from '@/components/panel/acts';
import { NamedSource } from '@/components/panel/NamedSource';
import { ProblemBox } from '@/components/panel/ProblemPlace';
import { FILLING } from '@/components/panel/use-pins';
import { IconButton } from '@/components/ui/IconButton';
import { Skeleton } from '@/components/ui/Skeleton';
import type { ChangeType } from '@/utils/changes/types';
import { t } from '@/utils/i18n';
import type { PanelView, Source } from '@/utils/messages/view';
import { sameRef } from '@/utils/people/ref';
import type { PersonRef } from '@/utils/people/types';
import { ChooseOther } from './ChooseOther';
import { Compare } from './Compare';
import { Elsewhere } from './Elsewhere';
import { usePair } from './use-pair';

interface PairProps {
  readonly view: PanelView;
  readonly source: Source;
  readonly a: PersonRef;
  readonly b: PersonRef;
  readonly onCancel: () => void;
  readonly onDone: (survivor: PersonRef) => void;
  readonly onOther: (() => void) | null;
}

function Two({ view, source, a, b, ...on }: PairProps) {
  const { loaded, again } = usePair(a, b);
  const at = view.answers.find((one) => one.source.id === a.connection);
  // Of a server that this panel has not asked yet all steps are taken for possible: the plan knows.
  const can = useMemo(() => (type: ChangeType) => at?.can.includes(type) ?? type !== 'person.merge', [at?.can]);
  if (loaded.state === 'read') {
    const { pair } = loaded;
    const { mergesAt, room, limits: longest } = at ?? {};
    const oneOrganisation = at?.oneOrganisation === true;
    if (mergesAt !== undefined && /^https?:\/\//iu.test(mergesAt)) {
      const { onCancel, onOther } = on;
      return <Elsewhere {...{ pair, source, mergesAt, oneOrganisation, onCancel, onOther }} />;
    }
    const limits = { oneOrganisation, ...(room && { room }), ...(longest && { limits: longest }) };
    return <Compare pair={pair} can={can} {...limits} source={source} onReload={again} {...on} />;
  }
  return (
    <div class="merge-pad" aria-busy={loaded.state === 'loading'}>
      {loaded.state === 'loading' ? (
        <Skeleton />
      ) : (
        <ProblemBox problem={loaded.problem} call="failed_people" source={source.name} onRetry={again} />
      )}
    </div>
  );
}

export interface MergePageProps {
  readonly view: PanelView;
  readonly stays: PersonRef;
  /** Null: not chosen yet. */
  readonly goes: PersonRef | null;
  /** 'back': afterwards to where it was opened, whoever stays. */
  readonly after?: 'back';
}

/** Two records of one person become one: over the whole panel, by the choice of the second and then of each value. */
export function MergePage({ view, stays, goes, after }: MergePageProps) {
  const { ask, tab, hold, leave } = useActs();
  const [other, setOther] = useState(goes);
  const heading = useRef<HTMLHeadingElement>(null);
  const source = view.sources.find(({ id }) => id === stays.connection);
  useEffect(() => {
    hold(FILLING, true);
    return () => hold(FILLING, false);
  }, [hold]);
  // What was pressed is gone with the list it stood in.
  const chosen = useRef(other);
  useLayoutEffect(() => {
    if (chosen.current === other) return;
    chosen.current = other;
    heading.current?.focus();
    window.scrollTo({ top: 0 });
  }, [other]);
  const close = useCallback((): void => {
    hold(FILLING, false);
    leave();
  }, [hold, leave]);
  // The panel's own Esc leaves fields alone; on a choice nothing is typed.
  useEffect(() => {
    const press = ({ key, target }: KeyboardEvent) => {
      if (key === 'Escape' && target instanceof HTMLInputElement && target.type === 'radio') close();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [close]);
  const done = (survivor: PersonRef): void => {
    close();
    if (after !== 'back' && !sameRef(view.shown, survivor)) void ask('lookup.person', { tab, ref: survivor });
  };
  if (source === undefined) return null;
  const answer = view.answers.find((one) => one.source.id === source.id);
  // Of a server that this panel has not asked yet it is tried.
  const compared = answer === undefined || answer.source.local || answer.can.includes('suspects');
  return (
    <div class="merge">
      <header class="merge-bar">
        <IconButton icon="x" label={t('close')} onPress={close} />
        <h1 class="merge-heading" tabIndex={-1} ref={heading}>
          {t('merge_title')}
        </h1>
        <NamedSource source={source} />
      </header>
      <div class="merge-body">
        {other === null ? (
          <ChooseOther of={stays} source={source} compared={compared} onChoose={({ ref }) => setOther(ref)} />
        ) : (
          <Two
            view={view}
            source={source}
            a={stays}
            b={other}
            onCancel={close}
            onDone={done}
            onOther={() => setOther(null)}
          />
        )}
      </div>
    </div>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import { useTyped } from '@/components/edit/use-typed';
import { useActs } from '@/components/panel/acts';
import { refKey } from '@/components/panel/states';
import { t } from '@/utils/i18n';
import type { Person } from '@/utils/people/types';
import type { Problem } from '@/utils/problem';

interface Form {
  readonly of: string;
  readonly title: string;
  readonly text: string;
  readonly urgent: boolean;
}

const HOLD = 'ticket';

/**
 * A ticket on its way: what is typed stays through everything, until it is created or given up. `on`: it can be
 * created here.
 */
export function useNewTicket(person: Person, on: boolean) {
  const { ask, hold, run } = useActs();
  const { ref } = person;
  const of = refKey(ref);
  const title = useTyped(ref, 'ticket', '');
  const text = useTyped(ref, 'ticket-text', '');
  const [form, setForm] = useState<Form | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [wrong, setWrong] = useState(false);
  const wantsFocus = useRef(false);
  const empty: Form = { of, title: '', text: '', urgent: false };
  const mine = form?.of === of ? form : null;

  const change = (some: Partial<Form>) => {
    setForm((now) => ({ ...(now?.of === of ? now : empty), ...some }));
    setProblem(null);
    setWrong(false);
    hold(HOLD, true);
  };
  const start = () => {
    wantsFocus.current = true;
    if (mine === null) setForm(empty);
  };
  // Typed before this was drawn.
  useEffect(() => {
    if (!on || mine !== null || (title.restored === null && text.restored === null)) return;
    change({ title: title.restored?.text ?? '', text: text.restored?.text ?? '' });
  }, [on, title.restored, text.restored]);

  const close = () => {
    setForm(null);
    setProblem(null);
    setWrong(false);
    title.drop();
    text.drop();
    hold(HOLD, false);
  };
  return {
    open: on && mine !== null,
    ...(mine ?? empty),
    busy,
    problem,
    wrong,
    wantsFocus,
    start,
    close,
    typeTitle(next: string) {
      change({ title: next });
      title.keep(next);
    },
    typeText(next: string) {
      change({ text: next });
      text.keep(next);
    },
    setUrgent: (urgent: boolean) => change({ urgent }),
    async create(): Promise<void> {
      if (mine === null || busy) return;
      if (mine.title.trim() === '') return setWrong(true);
      setBusy(true);
      setProblem(null);
      const input = { title: mine.title.trim(), text: mine.text.trim(), urgent: mine.urgent };
      const answer = await run(ref, { action: 'new-ticket', input }, async ({ made }) => {
        // Its number is the server's to give; without it the title says which.
        const page = await ask('ticket.page', { connection: ref.connection, id: made[0] ?? '' });
        return page.ok ? t('done_ticket_created', [page.value.ticket.number]) : t('done_ticket_titled', [input.title]);
      });
      setBusy(false);
      if (answer.ok) close();
      else setProblem(answer.problem);
    },
  };
}

export type NewTicketForm = ReturnType<typeof useNewTicket>;

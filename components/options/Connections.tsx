import './connections.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { t } from '@/utils/i18n';
import type { AskBackground, ConnectionRow, PageActs } from '@/utils/messages/protocol';
import { ConnectionForm } from './ConnectionForm';
import { ConnectionList } from './ConnectionList';
import { ConnectionTestBox } from './ConnectionTestBox';
import { newConnection, typedOf } from './connection-draft';
import { FurtherCalls } from './FurtherCalls';
import { NoAnswer } from './NoAnswer';
import { RemoveConnection } from './RemoveConnection';
import { Title } from './Title';
import type { Calls } from './use-calls';
import type { ConnectionForm as FormState } from './use-connection-form';
import { useConnections } from './use-connections';
import { useHeadingFocus } from './use-heading-focus';

interface ConnectionsProps {
  readonly ask: AskBackground;
  readonly page: PageActs;
  readonly form: FormState;
  readonly calls: Calls;
  /** Null: not known yet. */
  readonly locked?: boolean | null;
}

/** All servers and books, in the order they are asked about: their states, a test of one, and the form of one. */
export function Connections({ ask, page, form, calls, locked = false }: ConnectionsProps) {
  const connections = useConnections(ask, page, locked === true);
  const [removing, setRemoving] = useState<ConnectionRow | null>(null);
  const { asked, kinds, tested } = connections;
  const rows = asked.value;
  const head = useHeadingFocus(`${(rows ?? []).map(({ id }) => id).join(' ')} ${form.begun === null}`);
  const testHead = useRef<HTMLHeadingElement>(null);
  const testOf = rows?.find(({ id }) => id === tested?.id);
  const callsOf = rows?.find(({ id }) => id === calls.connection);

  // Saved: what its server says to it comes by itself, and the reader is taken there.
  const { saved, tested: seen } = form;
  useEffect(() => {
    if (saved === null) return;
    seen();
    asked.again();
    void connections.test(saved.id);
    connections.say(t('connection_is_saved', [saved.name]));
  }, [saved]);
  // Removed, it has no calls that somebody could describe.
  const gone = rows !== null && calls.connection !== null && callsOf === undefined;
  useLayoutEffect(() => {
    if (gone) calls.discard();
  }, [gone]);
  const goTo = useRef(false);
  if (saved !== null) goTo.current = true;
  useEffect(() => {
    if (!goTo.current || testOf === undefined) return;
    goTo.current = false;
    testHead.current?.focus();
  }, [testOf?.id, saved]);

  const [first] = kinds.value ?? [];
  const add = (): void => {
    if (first === undefined) kinds.again();
    else form.begin({ row: null, start: newConnection(first, rows ?? []), focus: 'name' });
  };
  const edit = (row: ConnectionRow, signIn: boolean): void =>
    form.begin({ row, start: typedOf(row, signIn), focus: signIn ? 'secret' : 'name' });

  return (
    <section class="connections" aria-labelledby="connections-title">
      <div class="connections-head">
        <Title id="connections-title" text={t('connections_text')} headRef={head}>
          {t('options_connections')}
        </Title>
        <Button icon="plus" onPress={add}>
          {t('connections_add')}
        </Button>
      </div>
      {(asked.problem ?? kinds.problem) !== null && (
        <NoAnswer
          again={() => {
            asked.again();
            kinds.again();
          }}
        />
      )}
      {rows !== null && rows.length > 0 && (
        <ConnectionList rows={rows} connections={connections} edit={edit} remove={setRemoving} calls={calls.begin} />
      )}
      {rows?.every(({ local }) => local) === true && <p class="quiet">{t('connections_none')}</p>}
      <p role="status" class="outcome">
        {connections.said}
      </p>
      {tested !== null && testOf !== undefined && (
        <ConnectionTestBox
          row={testOf}
          kind={kinds.value?.find(({ id }) => id === testOf.connector)}
          told={tested.told}
          headRef={testHead}
          test={() => void connections.test(testOf.id)}
          signIn={() => edit(testOf, true)}
          edit={() => edit(testOf, false)}
          allow={() => void connections.allow(testOf)}
          calls={() => calls.begin(testOf.id)}
        />
      )}
      {callsOf !== undefined && <FurtherCalls calls={calls} row={callsOf} locked={connections.locked} />}
      {form.begun !== null && kinds.value !== null && (
        <ConnectionForm
          form={form}
          begun={form.begun}
          kinds={kinds.value}
          rows={rows ?? []}
          locked={connections.locked}
        />
      )}
      {removing !== null && (
        <RemoveConnection row={removing} connections={connections} onClose={() => setRemoving(null)} />
      )}
    </section>
  );
}

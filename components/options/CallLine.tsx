import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Switch } from '@/components/ui/Switch';
import { t } from '@/utils/i18n';
import { CallForm } from './CallForm';
import type { CallProps } from './call-props';
import { methodText, stateText } from './call-words';

/** One thing that the server may have: whether it is called, how, and the fields of that when they are wanted. */
export function CallLine({ row, calls, locked }: CallProps) {
  const { place, kept, garbage } = row;
  const open = calls.open[place.id];
  const edit = useRef<HTMLButtonElement>(null);
  const before = useRef(open !== undefined);
  // Folded: whoever typed goes on from here.
  useLayoutEffect(() => {
    const folded = before.current && open === undefined;
    before.current = open !== undefined;
    if (folded && (document.activeElement === null || document.activeElement === document.body)) edit.current?.focus();
  }, [open === undefined]);
  const label = t(place.label);
  const state = stateText(row);
  return (
    <li class="call-row">
      <div class="call-top">
        <div class="call-switch">
          <Switch
            on={open?.typed.on ?? kept?.on ?? false}
            mayNot={locked}
            hint={t(place.hint)}
            onChange={(on) => void calls.turn(row, on)}
          >
            {label}
          </Switch>
        </div>
        {open === undefined && (
          <Button
            small
            buttonRef={edit}
            label={t(kept === null ? 'call_describe_of' : 'call_edit_of', [label])}
            onPress={() => calls.unfold(row)}
          >
            {t(kept === null ? 'call_describe' : 'connection_edit')}
          </Button>
        )}
      </div>
      {open === undefined && state !== null && (
        <p class={`call-state${garbage === undefined ? '' : ' call-unreadable'}`}>
          {garbage !== undefined && <Icon name="alert" />}
          <span>{state}</span>
          {kept !== null && (
            <bdi class="call-summary" dir="ltr">
              {methodText(kept.method)} {kept.path}
            </bdi>
          )}
        </p>
      )}
      {open !== undefined && <CallForm row={row} open={open} calls={calls} locked={locked} />}
    </li>
  );
}

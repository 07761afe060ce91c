import './rows.css';
import './facts.css';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useTyped } from '@/components/edit/use-typed';
import { useActs } from '@/components/panel/acts';
import { later } from '@/components/panel/later';
import { may } from '@/components/panel/may';
import { type Hit, refKey } from '@/components/panel/states';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { t } from '@/utils/i18n';
import { LabelChip } from './LabelChip';
import { LABEL_PLACE } from './label-place';
import { useLabels } from './use-labels';

const LabelAdd = later(async () => (await import('./LabelAdd')).LabelAdd, 'nothing');

/** How a person is marked: labels are put on and taken off here, and each leads to all who have it. */
export function Labels({ hit }: { readonly hit: Hit }) {
  const { person } = hit.match;
  const { open } = useActs();
  const { labels, there, wanted, add, remove } = useLabels(person);
  const of = refKey(person.ref);
  const edit = may(hit.answer, 'label.set');
  const typed = useTyped(person.ref, LABEL_PLACE, '');
  const [typing, setTyping] = useState({ of: '', byHand: false });
  const plus = useRef<HTMLButtonElement>(null);
  const back = useRef(false);
  useLayoutEffect(() => {
    if (back.current) plus.current?.focus();
    back.current = false;
  });
  const { restored } = typed;
  useEffect(() => {
    if (restored !== null) setTyping({ of, byHand: false });
  }, [restored, of]);
  if (labels.length === 0 && edit === null) return null;
  const { can } = hit.answer;
  const removes = edit !== null && edit.mayNot === undefined;
  const lists = can.includes('search');
  return (
    <div class="row row-chips">
      <Icon name="tag" />
      <ul class="chips" aria-label={t('labels')}>
        {labels.map((label) => (
          <LabelChip
            key={`${of} ${label}`}
            person={person}
            label={label}
            wanted={wanted(label)}
            onOpen={lists ? () => open({ kind: 'label', connection: person.ref.connection, label }) : null}
            onGone={
              removes
                ? () => {
                    remove(label);
                    // The pressed X goes: the next thing to do with labels has the focus.
                    plus.current?.focus();
                  }
                : null
            }
          />
        ))}
        {edit !== null && (
          <li class={typing.of === of ? 'label-adding' : undefined}>
            {typing.of === of ? (
              <LabelAdd
                person={person}
                typed={typed}
                takesFocus={typing.byHand}
                there={there}
                suggests={can.includes('labels')}
                onAdd={add}
                onClose={(byHand) => {
                  // A field that goes is told by some browsers that it was left: that takes nothing back.
                  if (byHand) back.current = true;
                  setTyping({ of: '', byHand: false });
                }}
              />
            ) : (
              <IconButton
                small
                icon="plus"
                label={t('label_add')}
                buttonRef={plus}
                onPress={() => setTyping({ of, byHand: true })}
                {...edit}
              />
            )}
          </li>
        )}
      </ul>
    </div>
  );
}

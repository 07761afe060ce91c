import './address-list.css';
import { useRef, useState } from 'preact/hooks';
import { AddressText } from '@/components/ui/AddressText';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { useOwnId } from '@/components/ui/use-own-id';
import { type TextKey, t } from '@/utils/i18n';
import { readListEntry } from './list-entry';
import { NoAnswer } from './NoAnswer';
import { Title } from './Title';
import { useHeadingFocus } from './use-heading-focus';
import type { ListName, Preferred } from './use-preferences';

interface AddressListProps {
  readonly preferred: Preferred;
  readonly name: ListName;
  /** Whole domains may be typed too. */
  readonly domains: boolean;
  readonly words: Readonly<Record<'title' | 'text' | 'label' | 'list' | 'none' | 'wrong', TextKey>>;
}

/** A list of addresses that a person keeps: add one, remove one; each change is saved at once. */
export function AddressList({ preferred, name, domains, words }: AddressListProps) {
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const id = useOwnId();
  const field = useRef<HTMLInputElement>(null);
  const entries = preferred.asked.value?.[name] ?? null;
  const head = useHeadingFocus((entries ?? []).join(' '));

  const save = async (change: (entries: readonly string[]) => readonly string[], done: string): Promise<boolean> => {
    const saved = await preferred.save(name, change);
    setTold(saved ? done : '');
    setError(saved ? null : t('options_failed_save'));
    return saved;
  };
  const refuse = (why: string): void => {
    setError(why);
    field.current?.focus();
  };
  const add = async (): Promise<void> => {
    if (entries === null) return;
    const entry = readListEntry(text, domains);
    if (entry === null) return refuse(t(words.wrong));
    if (entries.includes(entry)) return refuse(t('options_list_twice', [entry]));
    if (await save((all) => [...all, entry], t('options_list_added', [entry]))) setText('');
  };
  const remove = (entry: string): void => {
    void save((all) => all.filter((other) => other !== entry), t('options_list_removed', [entry]));
  };

  return (
    <section aria-labelledby={`${id}-title`}>
      <Title id={`${id}-title`} text={t(words.text)} headRef={head}>
        {t(words.title)}
      </Title>
      {preferred.asked.problem !== null && entries === null && <NoAnswer again={preferred.asked.again} />}
      <form
        noValidate
        class="list-form"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field
          label={t(words.label)}
          ltr
          value={text}
          onInput={(next) => {
            setText(next);
            setError(null);
          }}
          inputRef={field}
          {...(error === null ? {} : { error })}
        />
        <Button submit>{t('options_add')}</Button>
      </form>
      {entries?.length === 0 && <p class="quiet">{t(words.none)}</p>}
      {entries !== null && entries.length > 0 && (
        <ul class="list-frame" aria-label={t(words.list)}>
          {entries.map((entry) => (
            <li key={entry} class="list-row list-short">
              <div class="list-what">
                <AddressText address={entry} />
              </div>
              <div class="list-acts">
                <Button small label={t('options_remove_entry', [entry])} onPress={() => remove(entry)}>
                  {t('welcome_sample_remove')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p role="status" class="outcome">
        {told}
      </p>
    </section>
  );
}

import { useRef, useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { type TextKey, t } from '@/utils/i18n';
import { useActs } from './acts';

/** The way that needs no page: an address, or any text with one in it. */
export function PasteField() {
  const { ask, tab } = useActs();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<TextKey | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const lookUp = async () => {
    const answer = await ask('lookup.text', { tab, text });
    if (answer.ok) return setWrong(null);
    setWrong(answer.problem.kind === 'invalid' ? 'no_address_in_text' : 'problem_bug');
    field.current?.focus();
  };
  return (
    <form
      class="paste"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void lookUp();
      }}
    >
      <Field
        label={t('paste_address')}
        type="email"
        ltr
        value={text}
        onInput={(value) => {
          setText(value);
          setWrong(null);
        }}
        inputRef={field}
        {...(wrong === null ? {} : { error: t(wrong) })}
      />
      <Button submit>{t('look_up')}</Button>
    </form>
  );
}

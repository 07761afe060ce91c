import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { t } from '@/utils/i18n';
import { useActs } from './acts';

/** The way that needs no page: an address, or any text with one in it. */
export function PasteField() {
  const { ask, tab } = useActs();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const lookUp = async () => {
    const answer = await ask('lookup.text', { tab, text });
    setWrong(!answer.ok);
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
          setWrong(false);
        }}
        {...(wrong ? { error: t('no_address_in_text') } : {})}
      />
      <Button submit>{t('look_up')}</Button>
    </form>
  );
}

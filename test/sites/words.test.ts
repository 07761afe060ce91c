import { describe, expect, it } from 'vitest';
import { isMe } from '@/utils/sites/words';

describe('The word for the mailbox’s own user', () => {
  it.each(['me', 'mich', 'moi', 'ben', 'я', 'أنا', '我'])('is %s, as an interface writes it', (word) => {
    expect(isMe(word)).toBe(true);
  });

  it.each(['Ben', 'Ja', 'Moi', 'Mir', 'Me Young'])('is not %s: that is a person', (name) => {
    expect(isMe(name)).toBe(false);
  });
});

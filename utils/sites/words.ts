// Words that interfaces write before the people of a message, by role; lower case, no colon. Only for pages that
// have nothing but words (print views, tickets): a word can be missing here, so it never decides alone what is not
// said. Gmail's, Outlook's, Roundcube's and RT's texts, 2026. Every page pays for each of them.

export type HeaderRole = 'from' | 'to' | 'cc' | 'reply-to' | 'sender';

const WORDS: readonly (readonly [HeaderRole, string])[] = [
  ['from', 'from|von|de|da|van|od|från|от|від|gönderen|من|מאת|差出人|보낸사람|보낸 사람|发件人|寄件者'],
  ['to', 'to|an|à|para|a|aan|do|komu|till|кому|alıcı|إلى|אל|宛先|받는사람|받는 사람|收件人|收件者'],
  ['cc', 'cc|kopie|copie|kopia|dw|копия|копія|抄送|副本'],
  [
    'reply-to',
    'reply-to|reply to|antwort an|antworten|répondre à|responder a|rispondi a|responder para|antwoord|odpowiedź do|odpovědět|svara till|ответить|зворотна адреса|yanıt adresi|جهة الرد|השב ל|返信先|답장|回复地址|回覆',
  ],
  ['sender', 'sender|absender'],
];

/** The role that a label stands for ("Antwort an:", "收件人：", "À :"); null if the word is not known. */
export function roleOf(label: string): HeaderRole | null {
  const word = label
    .replace(/[\s:：]+$/u, '')
    .trim()
    .toLowerCase();
  return WORDS.find(([, words]) => words.split('|').includes(word))?.[0] ?? null;
}

const ME = /^(?:me|mich|mir|ich|moi|mí|yo|mim|eu|mij|ik|mnie|ja|já|mig|jag|мне|меня|я|мені|ben|أنا|אני|自分|나|我)$/u;

/**
 * Is that how an interface calls its own user? A hint: only the address says for sure. Interfaces write it small,
 * so that Ben, Ja and Mich are people.
 */
export function isMe(name: string): boolean {
  return ME.test(name);
}

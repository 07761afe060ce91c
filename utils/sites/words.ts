// Words that interfaces write before the people of a message, by role; lower case, no colon. Only for pages that
// have nothing but words (print views, tickets): a word can be missing here, so it never decides alone what is not
// said. Gmail's, Roundcube's and RT's texts, 2026.

export type HeaderRole = 'from' | 'to' | 'cc' | 'bcc' | 'reply-to' | 'sender' | 'date' | 'subject';

const WORDS: Readonly<Record<HeaderRole, string>> = {
  from: 'from|von|de|da|van|od|från|fra|от|від|gönderen|من|מאת|差出人|보낸사람|보낸 사람|发件人|寄件者|kimden|lähettäjä|feladó|od kogo|από|từ|dari',
  to: 'to|an|à|para|a|aan|do|komu|till|til|кому|alıcı|kime|إلى|אל|宛先|받는사람|받는 사람|收件人|收件者|vastaanottaja|címzett|προς|tới|đến|kepada',
  cc: 'cc|kopie|kopie (cc)|copie|kopia|dw|копия|копія|bilgi|نسخة|עותק|참조|抄送|副本',
  bcc: 'bcc|blindkopie|cci|cco|ccn|udw|скрытая копия|прихована копія|密送|密件副本|숨은참조',
  'reply-to':
    'reply-to|reply to|antwort an|antworten an|antworten|répondre à|responder a|rispondi a|responder para|antwoord|antwoord aan|odpowiedź do|odpovědět|odpověď na|svara till|ответить|ответить на|зворотна адреса|yanıt adresi|جهة الرد|השב ל|返信先|답장|회신 주소|回复地址|回复|回覆',
  sender: 'sender|absender',
  date: 'date|datum|fecha|data|дата|tarih|التاريخ|תאריך|日付|날짜|日期',
  subject:
    'subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat|předmět|ämne|тема|konu|الموضوع|נושא|件名|제목|主题|主旨',
};

const ALL: readonly HeaderRole[] = ['from', 'to', 'cc', 'bcc', 'reply-to', 'sender', 'date', 'subject'];
const ROLES = new Map(ALL.flatMap((role) => WORDS[role].split('|').map((word): [string, HeaderRole] => [word, role])));

/** The role that a label stands for ("Antwort an:", "收件人：", "À :"); null if the word is not known. */
export function roleOf(label: string): HeaderRole | null {
  return (
    ROLES.get(
      label
        .replace(/[\s:：]+$/u, '')
        .trim()
        .toLocaleLowerCase('en'),
    ) ?? null
  );
}

/** How interfaces call their own user in place of a name. A hint: only the address says for sure. */
export const ME = new Set(
  'me|mich|mir|ich|moi|mí|yo|me stesso|mim|eu|mij|ik|mnie|ja|já|mig|jag|мне|меня|я|мені|ben|bana|أنا|אני|自分|나|我|minä|minulle|tôi|saya|εμένα|εγώ|én'.split(
    '|',
  ),
);

// A single-page mail program: the address says what is open (`#inbox/anna`), the message is put into the page.
const lists = [...document.querySelectorAll('.list > ul')];
const links = [...document.querySelectorAll('.list a, nav a')];
const main = document.querySelector('main');

function show() {
  const [folder, id] = location.hash.slice(1).split('/');
  const list = lists.find((one) => one.id === folder) ?? lists[0];
  const thread = id ? document.getElementById(`${list.id}/${id}`) : null;
  const page = (thread ?? document.getElementById('empty')).content.cloneNode(true);
  for (const one of lists) one.hidden = one !== list;
  for (const link of links) mark(link, [`#${list.id}`, thread ? `#${list.id}/${id}` : ''].includes(link.hash));
  main.replaceChildren(wayBack(list), page);
  main.scrollTop = 0;
  document.body.classList.toggle('open', thread !== null);
  const title = main.querySelector('h1')?.textContent;
  document.title = [title, list.dataset.title, 'Sample mailbox'].filter(Boolean).join(' – ');
}

function mark(link, current) {
  if (!current) return link.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'page');
  link.classList.remove('unread');
}

/** Shown where list and message do not fit beside each other. */
function wayBack(list) {
  const link = document.createElement('a');
  link.className = 'back';
  link.href = `#${list.id}`;
  link.textContent = `Back to ${list.dataset.title}`;
  return link;
}

function fold(button) {
  const expanded = button.getAttribute('aria-expanded') !== 'true';
  button.setAttribute('aria-expanded', String(expanded));
  button.closest('section').querySelector('.body').hidden = !expanded;
}

/** The arrows go through the list; Tab leaves it. */
function onListKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll('ul:not([hidden]) a')];
  rows[rows.indexOf(document.activeElement) + step]?.focus();
  event.preventDefault();
}

main.addEventListener('click', ({ target }) => {
  const button = target.closest('button');
  if (button !== null) fold(button);
});
document.querySelector('.list').addEventListener('keydown', onListKey);
addEventListener('hashchange', show);
show();

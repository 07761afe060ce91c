import { loads } from './.tools/loads.mjs';

// kB of 1,000 bytes.
export default [
  // A page loads one of these.
  ...['gmail', 'outlook', 'hosted'].map((script) => ({
    name: `page script ${script}`,
    path: loads(`read-${script}.js`),
    limit: '12 kB',
    gzip: true,
  })),
  { name: 'panel, when it opens', path: loads('sidepanel.html'), limit: '70 kB', gzip: true },
  // Forms, tabs, pages, and what knows all countries' phone numbers.
  { name: 'panel, all of it', path: loads('sidepanel.html', { later: true }), limit: '280 kB', gzip: true },
  { name: 'search', path: loads('search-worker.js'), limit: '60 kB', gzip: true },
  { name: 'background', path: loads('background.js'), limit: '210 kB', gzip: true },
];

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
  { name: 'panel', path: loads('sidepanel.html'), limit: '70 kB', gzip: true },
  { name: 'background', path: loads('background.js'), limit: '90 kB', gzip: true },
];

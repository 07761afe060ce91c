import { png } from './png';

/** A file of exactly this size that can be opened: a PDF of one page that says its name, a picture, or text. */
export function sampleFile(name: string, size: number): Blob {
  if (name.endsWith('.png')) return new Blob([png(size)], { type: typeOf(name) });
  const text = name.endsWith('.pdf')
    ? pdf(name, size)
    : `${name}\n`.padEnd(size, 'Sample text for Sidecard.\n').slice(0, size);
  return new Blob([text], { type: typeOf(name) });
}

export function typeOf(name: string): string {
  if (name.endsWith('.pdf')) return 'application/pdf';
  if (name.endsWith('.png')) return 'image/png';
  return name.endsWith('.csv') ? 'text/csv' : 'text/plain';
}

function pdf(name: string, size: number): string {
  const drawn = `BT /F1 18 Tf 72 720 Td (${name.replaceAll(/[^\w. -]/gu, '')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  const written = (filling: string): string => {
    const start = `%PDF-1.4\n${filling}`;
    const places: number[] = [];
    const body = objects.reduce((text, object, index) => {
      places.push(text.length);
      return `${text}${index + 1} 0 obj\n${object}\nendobj\n`;
    }, start);
    const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${String(body.length).padStart(10, '0')}\n%%EOF\n`;
    return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`;
  };
  // The filling is a comment after the first line, so that all the rest stands where its table says.
  const missing = size - written('').length;
  return missing < 2 ? written('') : written(`%${' '.repeat(missing - 2)}\n`);
}

/** Saves bytes under a name. Never opened as what they claim to be: a stranger's page would run as ours. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(new Blob([blob], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes by the next turn; kept a while for a slow one that asks where to.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const IMAGES: Readonly<Record<string, string>> = { jpg: 'image/jpeg', jpeg: 'image/jpeg' };

/** The type that a picture's name promises; never what the file says of itself. */
export function imageType(name: string): string {
  const end = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return IMAGES[end] ?? `image/${end}`;
}

/** Whether the bytes begin as a PDF does (ISO 32000-1 §7.5.2). */
export async function isPdf(blob: Blob): Promise<boolean> {
  return (await blob.slice(0, 5).text()) === '%PDF-';
}

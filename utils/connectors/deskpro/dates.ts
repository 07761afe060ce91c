/** '2024-08-16T14:04:18+0000', without a colon in the offset (field, 2024) → ISO in UTC; null for what is no date. */
export function isoOf(given: string): string | null {
  const at = Date.parse(given.trim().replace(/([+-]\d\d)(\d\d)$/u, '$1:$2'));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

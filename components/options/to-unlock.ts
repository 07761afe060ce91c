/** To the field for the passphrase: above this section, or in the section about the lock. */
export function toUnlock(): void {
  const field = document.querySelector<HTMLElement>('.unlock-box input');
  if (field === null) location.hash = 'lock';
  else field.focus();
}

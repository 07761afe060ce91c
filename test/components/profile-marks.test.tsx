import { fireEvent, screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { drawProfile } from '@/test/support/draw-profile';
import { sources } from '@/test/support/views';
import type { Mark } from '@/utils/people/types';

const head = () => screen.getByRole('banner');
const plain = (text: string | null | undefined): string => (text ?? '').replaceAll(/[\u2066-\u2069]/gu, '');
const lines = () => [...head().querySelectorAll('.head-mark')].map(({ textContent }) => plain(textContent));
const away = (from: string, to: string, instead?: string): Mark => ({
  kind: 'away',
  from,
  to,
  ...(instead === undefined ? {} : { instead }),
});

describe('What an agent should know first', () => {
  it('stands in the head: a VIP by a chip, the rest by a sentence each', () => {
    drawProfile({
      marks: [
        { kind: 'vip' },
        { kind: 'bounced', reason: '550 no such user' },
        away('2026-11-16', '2026-11-20', 'Lena Lead'),
        { kind: 'synchronised', by: 'ldap' },
      ],
    });
    expect(within(head()).getByText('VIP')).toBeTruthy();
    expect(lines()).toEqual([
      'Mail to them comes back: “550 no such user”',
      'Away from Nov 16 to Nov 20. Lena Lead stands in.',
      'Kept by ldap, which may write over what is edited here.',
    ]);
  });

  it.each([
    ['no end is told', away('2026-11-16', ''), 'Away from Nov 16.'],
    ['no beginning is told', away('', '2027-01-02'), 'Away until Jan 2, 2027.'],
    ['no day is told', away('', ''), 'Away.'],
    ['a server tells a day that is none', away('soon', ''), 'Away from soon.'],
    ['no reason is told', { kind: 'bounced', reason: '' } as const, 'Mail to them comes back.'],
  ])('is said as far as it is known, where %s', (_, mark, text) => {
    drawProfile({ marks: [mark] });
    expect(lines()).toEqual([text]);
  });

  it('is nothing where the server marks nobody', () => {
    drawProfile({});
    expect(head().querySelector('.head-marks')).toBeNull();
    expect(within(head()).queryByText('VIP')).toBeNull();
  });
});

describe('The roles of somebody', () => {
  it('are read among the properties, and have no pen', async () => {
    drawProfile({
      roles: [
        { id: '2', name: 'Agent' },
        { id: '3', name: 'Customer' },
      ],
    });
    const term = await screen.findByText('Roles');
    const row = term.closest('.property');
    expect(plain(row?.querySelector('dd')?.textContent)).toBe('Agent, Customer');
    expect(row?.querySelector('button')).toBeNull();
  });
});

describe('The groups of somebody', () => {
  it('are called as their server calls them', async () => {
    const source = { ...sources.book, says: { groups: 'deskpro_groups' as const } };
    drawProfile({ groups: [{ id: '1', name: 'Gold' }] }, {}, { source });
    expect(await screen.findByRole('button', { name: /^Usergroups/ })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Edit Usergroups' }));
  });
});

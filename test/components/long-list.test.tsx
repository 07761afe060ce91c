import { render, screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { LongList } from '@/components/ui/LongList';

const items = Array.from({ length: 1000 }, (_, at) => `Row ${at}`);

function drawing() {
  const drawn = { count: 0 };
  const draw = (item: string) => {
    drawn.count += 1;
    return <li key={item}>{item}</li>;
  };
  return { drawn, draw };
}

const list = (rows: readonly string[], draw: (item: string) => preact.ComponentChildren) => (
  <ul>
    <LongList items={rows} draw={draw} />
  </ul>
);

describe('A long list', () => {
  it('has its first rows at once, and soon all of them in their order', async () => {
    const { draw } = drawing();
    const { container } = render(list(items, draw));
    expect(screen.getAllByRole('listitem')).toHaveLength(200);
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(1000));
    expect([...container.querySelectorAll('li')].map((row) => row.textContent)).toEqual(items);
  });

  it('draws each row once, whatever else is drawn anew around it', async () => {
    const { draw, drawn } = drawing();
    const { container, rerender } = render(list(items, draw));
    await waitFor(() => expect(container.querySelectorAll('li')).toHaveLength(1000));
    rerender(list(items, draw));
    expect(drawn.count).toBe(1000);
  });

  it('follows its items when there are others', async () => {
    const { draw } = drawing();
    const { rerender } = render(list(items.slice(0, 3), draw));
    rerender(list(['Row 2', 'New'], draw));
    expect(screen.getAllByRole('listitem').map((row) => row.textContent)).toEqual(['Row 2', 'New']);
  });
});

import { render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { later, loadParts } from '@/components/panel/later';

const Hello = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;

describe('A part that comes in a file of its own', () => {
  it('is fetched when it is first drawn, with lines in its place until then', async () => {
    const load = vi.fn(async () => Hello);
    const Part = later(load);
    expect(load).not.toHaveBeenCalled();
    const { container } = render(<Part name="Anna" />);
    expect(container.querySelector('[aria-busy]')).not.toBeNull();
    await screen.findByText('Hello Anna');
    render(<Part name="Ben" />);
    expect(screen.getByText('Hello Ben')).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('says in its place that it could not be opened, and what to do', async () => {
    const Part = later(async (): Promise<typeof Hello> => {
      throw new TypeError('Failed to fetch dynamically imported module');
    });
    render(<Part name="Anna" />);
    await screen.findByText(/^This part could not be opened\. Close the panel and open it again\.$/);
  });

  it('is there at once where it was fetched before, whatever became of the others', async () => {
    later(async (): Promise<typeof Hello> => {
      throw new Error('gone');
    });
    const Part = later(async () => Hello);
    await loadParts();
    render(<Part name="Anna" />);
    expect(screen.getByText('Hello Anna')).toBeTruthy();
  });
});

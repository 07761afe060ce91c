import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Checklist } from '@/components/ui/Checklist';
import { DateField } from '@/components/ui/DateField';
import { Dialog } from '@/components/ui/Dialog';
import { Empty } from '@/components/ui/Empty';
import { listText } from '@/components/ui/list-text';
import { Switch } from '@/components/ui/Switch';
import { TextArea } from '@/components/ui/TextArea';
import { ToggleButton } from '@/components/ui/ToggleButton';
import { speak } from '@/test/support/words';

describe('A switch', () => {
  it('says what is so while it is on, why, and turns at once', () => {
    const turn = vi.fn();
    render(
      <Switch on={false} onChange={turn} hint="Prevents mail loops.">
        Stop automatic replies
      </Switch>,
    );
    const field = screen.getByRole('switch', { name: 'Stop automatic replies', description: 'Prevents mail loops.' });
    expect(field.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(field);
    expect(turn).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('that may not be turned can be reached, and does nothing', () => {
    const turn = vi.fn();
    render(
      <Switch on onChange={turn} mayNot hint="Your login may not.">
        Stop
      </Switch>,
    );
    const field = screen.getByRole('switch', { name: 'Stop' });
    expect(field.getAttribute('aria-disabled')).toBe('true');
    field.focus();
    expect(document.activeElement).toBe(field);
    fireEvent.click(field);
    expect(turn).not.toHaveBeenCalled();
  });
});

describe('A button that stays pressed', () => {
  it('says so, and is pressed and let go', () => {
    const press = vi.fn();
    const { rerender } = render(
      <ToggleButton pressed onPress={press}>
        Time
      </ToggleButton>,
    );
    expect(screen.getByRole('button', { name: 'Time', pressed: true })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Time' }));
    expect(press).toHaveBeenLastCalledWith(false);
    rerender(
      <ToggleButton pressed={false} onPress={press}>
        Time
      </ToggleButton>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Time', pressed: false }));
    expect(press).toHaveBeenLastCalledWith(true);
  });
});

describe('A checklist', () => {
  const options = [
    { key: 'g', text: 'Gold' },
    { key: 's', text: 'Silver' },
    { key: 'b', text: 'Bronze' },
  ];

  it('is named as a whole, and tells all that is chosen in the order of its options', () => {
    const change = vi.fn();
    render(<Checklist label="Groups" options={options} chosen={['b']} onChange={change} />);
    expect(screen.getByRole('group', { name: 'Groups' })).toBeTruthy();
    expect(screen.getByRole('checkbox', { name: 'Bronze', checked: true })).toBeTruthy();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Gold' }));
    expect(change).toHaveBeenLastCalledWith(['g', 'b']);
    fireEvent.click(screen.getByRole('checkbox', { name: 'Bronze' }));
    expect(change).toHaveBeenLastCalledWith([]);
  });
});

describe('Fields', () => {
  it('of several lines are as high as their text, by an unseen copy of it', () => {
    const { container } = render(<TextArea aria-label="Note" value={'a\nb'} onInput={() => {}} />);
    expect(container.querySelector('.text-area')?.getAttribute('data-text')).toBe('a\nb\n');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' }).value).toBe('a\nb');
  });

  it('of a day are the browser’s own', () => {
    const type = vi.fn();
    render(<DateField label="Contract ends" value="2026-11-17" onInput={type} invalid describedBy="why" />);
    const field = screen.getByLabelText<HTMLInputElement>('Contract ends');
    expect(field.type).toBe('date');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.getAttribute('aria-describedby')).toBe('why');
    fireEvent.input(field, { target: { value: '2026-12-01' } });
    expect(type).toHaveBeenLastCalledWith('2026-12-01');
  });
});

describe('A dialog', () => {
  it('is named by its title, over everything, and gives the focus back', () => {
    const close = vi.fn();
    const part = (open: boolean) => (
      <>
        <button type="button">Opener</button>
        {open && (
          <Dialog title="Look at plan.pdf" onClose={close} actions={<button type="button">Close</button>}>
            <p>Words</p>
          </Dialog>
        )}
      </>
    );
    const { rerender } = render(part(false));
    screen.getByRole('button', { name: 'Opener' }).focus();
    rerender(part(true));
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: 'Look at plan.pdf' });
    expect(dialog.open).toBe(true);
    screen.getByRole('button', { name: 'Close' }).focus();
    fireEvent(dialog, new Event('close'));
    expect(close).toHaveBeenCalled();
    rerender(part(false));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Opener' }));
  });
});

describe('A place where nothing is', () => {
  it('says so in one line, with one way on', () => {
    const press = vi.fn();
    render(<Empty text="No open tickets." action={{ text: 'New ticket', icon: 'plus', onPress: press }} />);
    expect(screen.getByText('No open tickets.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'New ticket' }));
    expect(press).toHaveBeenCalledOnce();
  });
});

describe('Facts in a row', () => {
  it('are listed as the language lists them, without those that are not there', () => {
    expect(listText(['Anna Keller', null, '', '3 open tickets'])).toBe('Anna Keller, 3 open tickets');
    speak('ar');
    expect(listText(['ليلى', 'شركة', 'تذكرة'])).toContain('،');
  });
});

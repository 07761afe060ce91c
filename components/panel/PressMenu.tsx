import { useState } from 'preact/hooks';
import { IconButton } from '@/components/ui/IconButton';
import type { MenuProps } from '@/components/ui/Menu';
import { later } from './later';

const Menu = later(async () => (await import('@/components/ui/Menu')).Menu, 'nothing');

/** The dots; the menu itself comes once it is pressed. */
export function PressMenu({ label, items }: Pick<MenuProps, 'label' | 'items'>) {
  const [pressed, setPressed] = useState(false);
  if (pressed) return <Menu opened label={label} items={items} />;
  return (
    <div class="menu">
      <IconButton icon="dots" label={label} popup="menu" expanded={false} onPress={() => setPressed(true)} />
    </div>
  );
}

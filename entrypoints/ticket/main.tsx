import { render } from 'preact';
import { Guarded } from '@/components/lock/Guarded';
import { TicketPage } from '@/components/ticket/TicketPage';
import { followAppearance } from '@/utils/panel/appearance';
import { ask, page } from '@/utils/panel/asking';
import { watchLock } from '@/utils/panel/lock';

const place = document.getElementById('page');

followAppearance();

watchLock((locked) => {
  const ticket = (
    <Guarded locked={locked} ask={ask} page={page}>
      <TicketPage ask={ask} page={page} now={Date.now} asked={location.search} />
    </Guarded>
  );
  if (place) render(ticket, place);
});

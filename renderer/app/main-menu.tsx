import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import classes from './frame.module.css';
import { useDestinations } from './navigation.ts';

export function MainMenu() {
  const { t } = useTranslation('frame');
  const destinations = useDestinations();
  return (
    <nav className={classes.menu} aria-label={t('navigation')}>
      <ul>
        {destinations.map(({ to, text, icon: Icon }) => (
          <li key={to}>
            <Link
              to={to}
              className={classes.destination}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              activeProps={{ 'aria-current': 'page' }}
            >
              <Icon size={19} stroke={1.75} aria-hidden />
              {t(text)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

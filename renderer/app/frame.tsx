import { Outlet } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { QuickLogProvider } from '../features/contacts/index.ts';
import { HelpProvider, pageStrokes } from '../features/help/index.ts';
import { PaletteProvider } from '../features/search/index.ts';
import { LeaseBanner, RightsBanner } from '../features/sync/index.ts';
import { SkipLink } from '../ui/skip-link.tsx';
import classes from './frame.module.css';
import { GoTo } from './go-to.tsx';
import { MainMenu } from './main-menu.tsx';
import { useDestinations } from './navigation.ts';
import { Shortcuts } from './shortcuts.tsx';
import { StatusBar } from './status-bar.tsx';
import { TopBar } from './top-bar.tsx';

/** What stays on the screen while pages change. */
export function Frame() {
  const { t } = useTranslation('frame');
  const main = useRef<HTMLElement>(null);
  const destinations = useDestinations();
  const pages = destinations.map(({ to, text, key }) => ({
    to,
    label: t(text),
    strokes: pageStrokes(key),
  }));
  return (
    <HelpProvider pages={pages}>
      <QuickLogProvider>
        <PaletteProvider>
          <SkipLink text={t('skip')} target={() => main.current} />
          <div className={classes.frame}>
            <TopBar />
            <MainMenu />
            <div className={classes.notice}>
              <RightsBanner />
              <LeaseBanner />
            </div>
            <main id="main" tabIndex={-1} ref={main} className={classes.main}>
              <Outlet />
            </main>
            <StatusBar />
          </div>
          <GoTo />
          <Shortcuts />
        </PaletteProvider>
      </QuickLogProvider>
    </HelpProvider>
  );
}

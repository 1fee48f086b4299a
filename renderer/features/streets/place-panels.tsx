import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';

import type { PlacePicture } from '#shared/contract/streets.ts';

import { AboutPanel } from './about-panel.tsx';
import { FeelingsPanel } from './feelings-panel.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { PlaceContacts } from './place-contacts.tsx';
import { PlaceMap } from './place-map.tsx';
import type { PlaceOfPage } from './place-of-page.ts';
import classes from './place-panels.module.css';
import { PlacePromises } from './place-promises.tsx';

/** What is known of a place, in two columns; `children` stand below the map. */
export function PlacePanels(props: {
  readonly place: PlaceOfPage;
  readonly picture: PlacePicture;
  readonly children?: ReactNode;
}) {
  const { place, picture } = props;
  return (
    <div className={classes.columns}>
      <Stack gap="md">
        <PlacePromises place={place} picture={picture} />
        <PlaceContacts place={place} picture={picture} />
        <FeelingsPanel feelings={picture.feelings} />
      </Stack>
      <Stack gap="md">
        <PlaceMap place={place} />
        {props.children}
        <AboutPanel picture={picture} />
        <HoursPanel picture={picture} />
      </Stack>
    </div>
  );
}

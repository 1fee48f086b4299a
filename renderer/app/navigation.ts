import {
  IconChartHistogram,
  IconDeviceDesktop,
  IconFolders,
  IconHeartHandshake,
  IconLayoutKanban,
  IconListDetails,
  IconMap2,
  IconMapPins,
  IconMessages,
  IconRefresh,
  IconReportAnalytics,
  IconShieldQuestion,
  IconSunHigh,
  IconUserCog,
  IconUsers,
} from '@tabler/icons-react';
import { useMemo } from 'react';

import type { Role } from '#shared/protocol/account.ts';

import { useRole } from '../features/administration/index.ts';

/**
 * The pages of the main menu, in order. `key` is the second stroke of the shortcut `g` + key; `roles` are
 * those at the centre that the page is for, where it is not for everybody.
 */
const DESTINATIONS = [
  { to: '/', text: 'today', key: 't', icon: IconSunHigh },
  { to: '/contacts', text: 'contacts', key: 'c', icon: IconMessages },
  { to: '/promises', text: 'promises', key: 'b', icon: IconHeartHandshake },
  { to: '/dossiers', text: 'dossiers', key: 'o', icon: IconFolders },
  { to: '/board', text: 'board', key: 'w', icon: IconLayoutKanban },
  { to: '/parties', text: 'parties', key: 'p', icon: IconUsers },
  { to: '/map', text: 'map', key: 'm', icon: IconMap2 },
  { to: '/gaps', text: 'gaps', key: 'f', icon: IconChartHistogram },
  { to: '/facts', text: 'facts', key: 'v', icon: IconReportAnalytics },
  { to: '/territory', text: 'territory', key: 'r', icon: IconMapPins },
  { to: '/code-lists', text: 'codeLists', key: 'l', icon: IconListDetails },
  { to: '/sync', text: 'sync', key: 's', icon: IconRefresh },
  {
    to: '/quarantine',
    text: 'quarantine',
    key: 'q',
    icon: IconShieldQuestion,
    roles: ['team-lead', 'administrator', 'data-protection-officer'],
  },
  {
    to: '/administration',
    text: 'administration',
    key: 'a',
    icon: IconUserCog,
    roles: ['administrator'],
  },
  { to: '/desk', text: 'desk', key: 'd', icon: IconDeviceDesktop },
] as const satisfies readonly {
  readonly to: string;
  readonly text: string;
  readonly key: string;
  readonly icon: typeof IconSunHigh;
  readonly roles?: readonly Role[];
}[];
export type Destination = (typeof DESTINATIONS)[number];

/** The pages that are for this officer. */
export function useDestinations(): readonly Destination[] {
  const role = useRole();
  return useMemo(
    () =>
      DESTINATIONS.filter(
        (one) => !('roles' in one) || one.roles.some((allowed) => allowed === role),
      ),
    [role],
  );
}

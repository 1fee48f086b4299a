import {
  IconDeviceDesktop,
  IconHeartHandshake,
  IconListDetails,
  IconMap2,
  IconMapPins,
  IconMessages,
  IconSunHigh,
  IconUsers,
} from '@tabler/icons-react';

/** The pages of the main menu, in order. `key` is the second stroke of the shortcut `g` + key. */
export const DESTINATIONS = [
  { to: '/', text: 'today', key: 't', icon: IconSunHigh },
  { to: '/contacts', text: 'contacts', key: 'c', icon: IconMessages },
  { to: '/promises', text: 'promises', key: 'b', icon: IconHeartHandshake },
  { to: '/parties', text: 'parties', key: 'p', icon: IconUsers },
  { to: '/map', text: 'map', key: 'm', icon: IconMap2 },
  { to: '/territory', text: 'territory', key: 'r', icon: IconMapPins },
  { to: '/code-lists', text: 'codeLists', key: 'l', icon: IconListDetails },
  { to: '/desk', text: 'desk', key: 'd', icon: IconDeviceDesktop },
] as const;

import { Anchor, Badge, Text } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

import type { PlacePicture } from '#shared/contract/streets.ts';

import { useCodes } from '../../client/codes.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import { filterOfPlace, type PlaceOfPage } from './place-of-page.ts';
import classes from './place-panels.module.css';

/** The newest contacts of a place, with the way to all of them. */
export function PlaceContacts(props: {
  readonly place: PlaceOfPage;
  readonly picture: PlacePicture;
}) {
  const { place, picture } = props;
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const codes = useCodes();
  return (
    <Panel
      flush
      title={t('contacts.title', {
        count: picture.contacts,
        total: formats.number(picture.contacts),
      })}
      aside={
        picture.contacts > 0 && (
          <Anchor
            size="sm"
            renderRoot={(rest) => <Link {...rest} to="/contacts" search={filterOfPlace(place)} />}
          >
            {t('contacts.all')}
          </Anchor>
        )
      }
    >
      {picture.latest.length === 0 && (
        <EmptyState
          icon={<IconMessagePlus size={22} />}
          title={t('contacts.none')}
          text={t(place.kind === 'street' ? 'contacts.noneText' : 'contacts.noneTextHere')}
        />
      )}
      <ul className={classes.list}>
        {picture.latest.map((contact) => (
          <li key={contact.id}>
            <Link
              to="/contact/$contactId"
              params={{ contactId: contact.id }}
              className={classes.contact}
              data-row
            >
              <span className={classes.when}>{formats.recentMoment(contact.occurredAt)}</span>
              <span className={classes.words}>
                <Text
                  span
                  size="sm"
                  fw={550}
                  {...(contact.withdrawn ? { td: 'line-through' } : {})}
                >
                  {codes.name('contact-reason', contact.reason)}
                  {place.kind === 'neighbourhood' &&
                    ` · ${formats.name(contact.streetNameNl, contact.streetNameFr)}`}
                  {contact.houseNumber !== '' &&
                    (place.kind === 'street'
                      ? ` · ${contact.houseNumber}`
                      : ` ${contact.houseNumber}`)}
                </Text>
                <Text span size="xs" c="dimmed" truncate display="block">
                  {contact.summary || contact.authorName}
                </Text>
              </span>
              {contact.withdrawn && <Badge color="gray">{t('contacts.withdrawn')}</Badge>}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

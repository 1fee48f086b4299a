import { Button } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { StreetPicture } from '#shared/contract/streets.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useFormats } from '../../ui/formats.ts';
import { Page } from '../../ui/page.tsx';
import { useHere, useQuickLog } from '../contacts/index.ts';
import type { AddressValue } from '../territory/index.ts';
import { NeighbourhoodLinks } from './neighbourhood-links.tsx';
import { PlaceMissing } from './place-missing.tsx';
import { isAbsent, useStreet, useStreetProfile } from './queries.ts';
import { StreetBody } from './street-body.tsx';
import { periodOf, type StreetSearch } from './street-search.ts';

/** Everything about one street: contacts, promises, feelings, what about, when, who answers for it. */
export function StreetPage() {
  const { streetId } = useParams({ from: '/streets/$streetId' });
  const { t } = useTranslation('streets');
  const formats = useFormats();
  const search: StreetSearch = useSearch({ from: '/streets/$streetId' });
  const navigate = useNavigate({ from: '/streets/$streetId' });
  const street = useStreet(streetId);
  const period = periodOf(search);
  const asked = search.piece ?? null;
  const profile = useStreetProfile({ id: streetId, segmentId: asked, period });
  if (!street.data) {
    return (
      <PlaceMissing answer={street} isAbsent={isAbsent(street)} absentTitle={t('goneStreet')} />
    );
  }
  const { data } = street;
  const name = formats.name(data.nameNl, data.nameFr);
  // An address may name a piece by a version that ended, or one that the street does not have.
  const segmentId = profile.data && !profile.isPlaceholderData ? profile.data.segmentId : asked;
  const former = data.formerNames.map((version) =>
    t('formerName', {
      name: formats.name(version.nameNl, version.nameFr),
      day: formats.day(version.until),
    }),
  );
  const about = [
    [data.postcode, data.subMunicipality].filter(Boolean).join(' '),
    data.endedOn === null ? '' : t('ended', { day: formats.day(data.endedOn) }),
    former.length === 0 ? '' : t('formerly', { names: former.join(', ') }),
  ];
  return (
    <Page
      title={name}
      description={about.filter(Boolean).join(' · ') || ' '}
      actions={
        <>
          <ToDossier streetId={data.id} segmentId={segmentId} />
          <LogHere street={data} name={name} />
        </>
      }
    >
      <NeighbourhoodLinks neighbourhoods={data.neighbourhoods} />
      <StreetBody
        street={data}
        name={name}
        segmentId={segmentId}
        period={period}
        profile={profile}
        onChoose={(id) => {
          void navigate({
            search: (before) => ({ ...before, piece: id ?? undefined }),
            replace: true,
            resetScroll: false,
          });
        }}
      />
    </Page>
  );
}

function ToDossier(props: { readonly streetId: Id; readonly segmentId: Id | null }) {
  const { streetId: street, segmentId: segment } = props;
  const { t } = useTranslation('actions');
  return (
    <Button
      variant="default"
      leftSection={<IconFolderPlus size={17} aria-hidden />}
      renderRoot={(rest) => (
        <Link
          {...rest}
          to="/dossiers"
          search={segment === null ? { street } : { street, segment }}
        />
      )}
    >
      {t('toDossier')}
    </Button>
  );
}

/** The button and, as long as the page is open, the key for a new contact have the street filled in. */
function LogHere(props: { readonly street: StreetPicture; readonly name: string }) {
  const { street, name } = props;
  const { t } = useTranslation('streets');
  const quickLog = useQuickLog();
  const place = useMemo(
    (): AddressValue => ({
      streetId: street.id,
      houseNumber: '',
      position: street.position,
      isPointedAt: false,
      label: name,
    }),
    [street.id, street.position, name],
  );
  useHere(place);
  return (
    <Button
      variant="default"
      leftSection={<IconPlus size={17} aria-hidden />}
      onClick={() => {
        quickLog.open({ place });
      }}
    >
      {t('log')}
    </Button>
  );
}

import { IconFileText, IconFileTypePdf, IconPhoto } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import type { Attachment } from '#shared/domain/attachments/attachment.ts';
import { isPhoto } from '#shared/domain/attachments/media-type.ts';

import { useWorkbench } from '../../client/workbench.tsx';
import { giveThumbnail } from './attachment-bytes.ts';
import classes from './attachments.module.css';
import { useThumbnail } from './queries.ts';

/** The small picture of a photo, or a sign for what the file is. */
export function SmallPictureOf(props: { readonly attachment: Attachment }) {
  const { attachment } = props;
  const { hasThumbnail, id, hash, mediaType } = attachment;
  useMissingThumbnail(attachment);
  const small = useThumbnail(id, hash, hasThumbnail).data?.thumbnail;
  if (small) {
    const address = `data:${small.mediaType};base64,${small.bytes}`;
    return <img src={address} alt="" className={classes.small} />;
  }
  if (isPhoto(mediaType)) return <IconPhoto size={26} stroke={1.4} aria-hidden />;
  if (mediaType === 'application/pdf') {
    return <IconFileTypePdf size={26} stroke={1.4} aria-hidden />;
  }
  return <IconFileText size={26} stroke={1.4} aria-hidden />;
}

/** A photo that came without one, or whose page went away before it was made, gets its small picture now. */
function useMissingThumbnail({ id, hash, mediaType, hasThumbnail, here, size }: Attachment): void {
  const client = useWorkbench();
  useQuery({
    queryKey: ['attachments.giveThumbnail', hash],
    queryFn: async () => {
      await giveThumbnail(client, { id, mediaType });
      return null;
    },
    enabled: isPhoto(mediaType) && !hasThumbnail && here === size,
    retry: false,
  });
}

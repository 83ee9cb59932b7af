import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link to a page of ours, asked for when it is pressed and not before.
 *
 * Next asks for every page a visible link leads to. Ours are drawn for who asks, at the moment he asks, so all it could
 * bring ahead of time is the frame that stands already: two dozen calls a page that nobody was served by.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink prefetch={false} {...props} />;
}

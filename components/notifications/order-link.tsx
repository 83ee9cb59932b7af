"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { Action } from "../filing/actions";

type Props = { href: string; notificationId: string; unread: boolean; read: Action; children: ReactNode };

/** To the order a message is about; whoever goes there has read it. */
export function OrderLink({ href, notificationId, unread, read, children }: Props) {
  return (
    <Link
      href={href}
      className="link inline-block py-0.5"
      onClick={() => {
        if (unread) void read({ notificationId });
      }}
    >
      {children}
    </Link>
  );
}

import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/shell/app-frame";
import { GuideLinks } from "@/components/shell/guide-links";
import type { NavGroup, Place } from "@/components/shell/nav";
import { clock } from "@/lib/clock";
import { env } from "@/lib/env";
import { type Actor, can } from "@/lib/filing/access";
import { nameIn } from "@/lib/provider/profile";
import { describeActor } from "@/lib/usecases/accounts/describe-actor";
import { currentProfile } from "@/lib/usecases/provider/profile";
import { signOutAction } from "./session-actions";

type Props = { place: Place; nav?: readonly NavGroup[]; actor: Actor | null; children: ReactNode };

/** The frame of every place, with whoever is signed in: his name, the places open to him, his unread messages. */
export async function Frame({ place, nav, actor, children }: Props) {
  const sandbox = env.MODE === "sandbox";
  const who = actor && (await describeActor(actor));
  const applicant = can(actor, "console.enter");
  const settings = settingsOf(actor, place);
  const { profile, mark } = await currentProfile();
  const brand = { name: nameIn(profile, await getLocale()), mark };
  return (
    <AppFrame
      place={place}
      brand={brand}
      places={placesOf(actor, sandbox)}
      nav={nav ?? []}
      sandbox={sandbox}
      {...(place === "public" ? { tools: <GuideLinks /> } : {})}
      {...(sandbox ? { sandboxNow: clock().now() } : {})}
      {...(who ? { user: { name: who.name, roleLabelKey: who.role }, signOut: signOutAction } : {})}
      {...(who && applicant ? { bell: { href: "/console/notifications", count: who.unread } } : {})}
      {...(who && settings ? { settingsHref: settings } : {})}
    >
      {children}
    </AppFrame>
  );
}

/** Where somebody looks after himself; who is both staff and applicant, in the place where he is. */
function settingsOf(actor: Actor | null, place: Place): string | null {
  const staff = can(actor, "review.enter");
  if (can(actor, "console.enter") && !(staff && place === "review")) return "/console/account";
  return staff ? "/review/account" : null;
}

function placesOf(actor: Actor | null, sandbox: boolean): readonly Place[] {
  return [
    ...(can(actor, "console.enter") ? (["console"] as const) : []),
    ...(can(actor, "review.enter") ? (["review"] as const) : []),
    ...(sandbox && can(actor, "desk.work") ? (["authority"] as const) : []),
    ...(sandbox ? (["sandbox"] as const) : []),
  ];
}

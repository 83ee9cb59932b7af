import { Bell } from "lucide-react";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Seal } from "@/components/ui/seal";
import { AccountMenu, type FrameUser } from "./account-menu";
import { LanguageSwitch } from "./language-switch";
import type { NavGroup, Place } from "./nav";
import { NavSheet } from "./nav-sheet";
import { PlaceSwitch } from "./place-switch";
import { THEME_COOKIE, toTheme } from "./preferences";
import { ThemeSwitch } from "./theme-switch";

export type TopBarProps = {
  place: Place;
  /** Whose console it is; the product's own name and seal where nothing is set. */
  brand?: { name: string | null; mark: string | null };
  /** Where this user may also go. */
  places?: readonly Place[];
  nav?: readonly NavGroup[];
  user?: FrameUser;
  signOut?: () => Promise<void>;
  settingsHref?: string;
  bell?: { href: string; count: number };
  /** Search and other tools of the place, between name and switches. */
  tools?: ReactNode;
};

/** The bar on top of every page, 56 px. */
export async function TopBar({
  place,
  places = [],
  nav = [],
  tools,
  bell,
  user,
  brand,
  ...account
}: TopBarProps) {
  const [t, common, jar] = await Promise.all([
    getTranslations("shell"),
    getTranslations("common"),
    cookies(),
  ]);
  const name = brand?.name ?? common("productName");
  return (
    <div className="border-b border-line bg-surface">
      <div className="flex h-14 items-center gap-1 px-4 sm:gap-2 sm:px-6">
        {nav.length > 0 && (
          <NavSheet groups={nav} className="lg:hidden lg:group-has-data-wide/frame:inline-flex" />
        )}
        <Link
          href="/"
          aria-label={`${name} ${t("home")}`}
          className="inline-flex shrink-0 items-center gap-2.5 rounded-control"
        >
          {brand?.mark ? (
            // biome-ignore lint/performance/noImgElement: a small picture of our own route; next/image would need its own cache and loader.
            <img src={`/api/provider/mark?v=${brand.mark}`} alt="" className="max-h-8 max-w-32" />
          ) : (
            <Seal />
          )}
          <span className="text-h3 font-semibold max-sm:hidden">{name}</span>
        </Link>
        {place !== "public" && (
          <>
            <span aria-hidden className="mx-2 h-5 border-l border-line max-sm:mx-1" />
            <PlaceSwitch place={place} places={places} />
          </>
        )}
        <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
          {tools}
          <LanguageSwitch />
          <ThemeSwitch initial={toTheme(jar.get(THEME_COOKIE)?.value)} />
          {bell && (
            <Link
              href={bell.href}
              aria-label={t("notifications", { count: bell.count })}
              className="relative inline-flex size-9 shrink-0 items-center justify-center rounded-control text-muted hover:bg-accent-wash hover:text-accent"
            >
              <Bell aria-hidden className="size-[18px]" />
              {bell.count > 0 && (
                <span
                  aria-hidden
                  className="absolute top-1.5 right-1.5 size-2 rounded-full bg-tone-you ring-2 ring-surface"
                />
              )}
            </Link>
          )}
          {user ? (
            <AccountMenu user={user} {...account} />
          ) : (
            <ButtonLink href="/sign-in" size="small" variant="secondary" className="ml-1">
              {t("signIn")}
            </ButtonLink>
          )}
        </div>
      </div>
    </div>
  );
}

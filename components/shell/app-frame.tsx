import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { NavGroup } from "./nav";
import { SandboxBanner } from "./sandbox-banner";
import { SideNav } from "./side-nav";
import { TopBar, type TopBarProps } from "./top-bar";

export type AppFrameProps = Omit<TopBarProps, "nav"> & {
  /** Groups of at most five; none: no left menu. */
  nav?: readonly NavGroup[];
  sandbox: boolean;
  /** The sandbox's own time, for its banner. */
  sandboxNow?: number;
  children: ReactNode;
};

/**
 * The frame of a place: banner, bar, menu, content up to 1200 px. A page that needs the whole window (the
 * workbench) puts `data-wide` on its root: padding and left menu make room. Client components get
 * the namespaces `common`, `shell`,
 * `form` and `errors` from the root layout: a frame may stand several times in one answer.
 */
export async function AppFrame({ nav = [], sandbox, sandboxNow, children, ...bar }: AppFrameProps) {
  const t = await getTranslations("shell");
  return (
    <div className="group/frame flex min-h-dvh flex-col">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-4 py-2 font-semibold text-on-accent focus:translate-y-0"
      >
        {t("skip")}
      </a>
      <header data-chrome className="sticky top-0 z-30">
        {sandbox && <SandboxBanner now={sandboxNow} />}
        <TopBar {...bar} nav={nav} />
      </header>
      <div className="flex flex-1">
        {nav.length > 0 && (
          <aside
            data-chrome
            className="hidden w-54 shrink-0 border-r border-line bg-surface lg:block lg:group-has-data-wide/frame:hidden"
          >
            <div className="sticky top-22 max-h-[calc(100dvh-5.5rem)] overflow-y-auto px-3 py-4">
              <SideNav groups={nav} />
            </div>
          </aside>
        )}
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-content min-w-0 flex-1 px-4 py-6 outline-none has-data-wide:max-w-none has-data-wide:p-0 sm:px-8 sm:py-8 sm:has-data-wide:p-0"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

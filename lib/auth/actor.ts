import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Actor } from "@/lib/filing/access";
import { actorOf } from "./actor-of";

/** The signed-in person of this request, or null. Read once per request, however many components ask. */
export const getActor: () => Promise<Actor | null> = cache(async () => actorOf(new Headers(await headers())));

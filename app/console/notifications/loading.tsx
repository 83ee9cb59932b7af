import { PageSkeleton } from "@/components/ui/skeleton";

export default function NotificationsLoading() {
  return <PageSkeleton />;
}

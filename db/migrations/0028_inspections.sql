CREATE TABLE `inspections` (
	`id` text PRIMARY KEY NOT NULL,
	`entity_id` text NOT NULL,
	`service_id` text,
	`domain` text,
	`failure` text NOT NULL,
	`origin` text NOT NULL,
	`notice` integer,
	`state` text NOT NULL,
	`deadline` integer NOT NULL,
	`reminded_at` integer,
	`order_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`since` integer NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`entity_id`) REFERENCES `entities`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`service_id`) REFERENCES `services`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `inspections_entity` ON `inspections` (`entity_id`);--> statement-breakpoint
CREATE INDEX `inspections_state` ON `inspections` (`state`,`deadline`);--> statement-breakpoint
CREATE INDEX `inspections_order` ON `inspections` (`order_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `inspections_open_unique` ON `inspections` (`entity_id`,coalesce(`service_id`, ''),coalesce(`domain`, ''),`failure`) WHERE state NOT IN ('CLOSED', 'ENDED');--> statement-breakpoint
CREATE TABLE `inspection_events` (
	`inspection_id` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	`type` text NOT NULL,
	`actor_kind` text NOT NULL,
	`user_id` text,
	`deadline` integer,
	`order_id` text,
	`text_enc` blob,
	PRIMARY KEY(`inspection_id`, `seq`),
	FOREIGN KEY (`inspection_id`) REFERENCES `inspections`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TRIGGER inspection_events_no_update BEFORE UPDATE ON inspection_events
BEGIN
  SELECT RAISE(ABORT, 'inspection_events is append only');
END;
--> statement-breakpoint
CREATE TRIGGER inspection_events_no_delete BEFORE DELETE ON inspection_events
BEGIN
  SELECT RAISE(ABORT, 'inspection_events is append only');
END;

CREATE TABLE `manual_submissions` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`order_type` text NOT NULL,
	`province` text NOT NULL,
	`state` text NOT NULL,
	`refused_code` text,
	`payload_enc` blob NOT NULL,
	`received_at` integer NOT NULL,
	`since` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manual_submissions_order` ON `manual_submissions` (`order_id`);--> statement-breakpoint
CREATE INDEX `manual_submissions_state` ON `manual_submissions` (`state`,`since`);--> statement-breakpoint
CREATE TABLE `manual_records` (
	`id` text PRIMARY KEY NOT NULL,
	`sequence` integer,
	`type` text NOT NULL,
	`notice` integer,
	`via` text NOT NULL,
	`body_enc` blob NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`sequence`) REFERENCES `manual_submissions`(`sequence`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `manual_records_notice_unique` ON `manual_records` (`notice`);--> statement-breakpoint
CREATE INDEX `manual_records_sequence` ON `manual_records` (`sequence`);--> statement-breakpoint
CREATE TABLE `manual_marks` (
	`sequence` integer NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`sequence`, `kind`, `hash`),
	FOREIGN KEY (`sequence`) REFERENCES `manual_submissions`(`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manual_marks_hash` ON `manual_marks` (`kind`,`hash`);--> statement-breakpoint
CREATE TABLE `manual_numbers` (
	`number` text PRIMARY KEY NOT NULL,
	`cert_hash` text NOT NULL,
	`sequence` integer NOT NULL,
	FOREIGN KEY (`sequence`) REFERENCES `manual_submissions`(`sequence`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `manual_look_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`number` text,
	`blacklisted` integer NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `manual_look_ups_hash` ON `manual_look_ups` (`kind`,`hash`,`at`);

CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`view` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`user_id`,`name`);--> statement-breakpoint
CREATE TABLE `reason_templates` (
	`template_id` text NOT NULL,
	`version` integer NOT NULL,
	`code` text NOT NULL,
	`owner_id` text,
	`text` text NOT NULL,
	`removed` integer DEFAULT false NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`template_id`, `version`),
	FOREIGN KEY (`owner_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reason_templates_owner` ON `reason_templates` (`owner_id`,`code`);--> statement-breakpoint
CREATE TABLE `site_checks` (
	`order_id` text NOT NULL,
	`round` integer NOT NULL,
	`part_id` text NOT NULL,
	`marks` text NOT NULL,
	`at` integer NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`order_id`, `round`, `part_id`),
	FOREIGN KEY (`order_id`) REFERENCES `orders`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);

// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
package io.postwatch.cli;

import io.postwatch.runtime.SettingsException;
import io.postwatch.runtime.StageException;
import java.io.IOException;
import java.util.Locale;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line: {@code postwatch COMMAND}. */
@Command(
    name = "postwatch",
    description = "Live incident counts from the social posts that news pages embed.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:wrong usage"},
    subcommands = {
      ExtractCommand.class,
      AnnotateCommand.class,
      RunCommand.class,
      IngestCommand.class,
      EnrichCommand.class,
      AggregateCommand.class,
      ServeCommand.class,
      CountsCommand.class,
      SpikesCommand.class,
      ReplayLateCommand.class,
      TopicsCommand.class,
      TopicsCheckCommand.class,
      SchemasCommand.class
    })
public final class Postwatch {
  private Postwatch() {}

  public static void main(String[] arguments) {
    // Kafka upper-cases names in the default locale: under a Turkish one it does not start.
    Locale.setDefault(Locale.ROOT);
    int status = commandLine().execute(arguments);
    System.exit(status);
  }

  /** The command line as a library, for tests. */
  static CommandLine commandLine() {
    return new CommandLine(new Postwatch())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (exception, arguments) -> {
              CommandLine command = exception.getCommandLine();
              command.getErr().println("postwatch: " + oneLine(exception.getMessage()));
              CommandLine.UnmatchedArgumentException.printSuggestions(exception, command.getErr());
              command
                  .getErr()
                  .println("see " + command.getCommandSpec().qualifiedName() + " --help");
              return CommandLine.ExitCode.USAGE;
            })
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> {
              commandLine.getErr().println("postwatch: " + message(exception));
              return exception instanceof SettingsException
                  ? CommandLine.ExitCode.USAGE
                  : CommandLine.ExitCode.SOFTWARE;
            });
  }

  private static String message(Exception exception) {
    boolean isForPeople =
        exception instanceof SettingsException
            || exception instanceof StageException
            || exception instanceof KafkaException
            || exception instanceof IOException;
    return oneLine(isForPeople ? exception.getMessage() : exception.toString());
  }

  private static String oneLine(String text) {
    return Printable.of(String.valueOf(text).replaceAll("\\s+", " "));
  }
}

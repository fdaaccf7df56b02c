package io.github.slacklogging.actuate;

import java.util.HashMap;
import java.util.Map;

import org.springframework.boot.actuate.endpoint.EndpointId;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvoker;
import org.springframework.boot.actuate.endpoint.invoke.OperationInvokerAdvisor;
import org.springframework.boot.actuate.endpoint.invoke.OperationParameters;

/**
 * Lets the endpoint {@code slacklogging} have a parameter {@code for}: Boot takes the
 * names from Java's parameters, and that word is none there. Thread-safe, does not block.
 */
public final class EndpointParameterNames implements OperationInvokerAdvisor {

	private static final EndpointId ENDPOINT = EndpointId.of("slacklogging");

	@Override
	public OperationInvoker apply(EndpointId endpointId, OperationType operationType, OperationParameters parameters,
			OperationInvoker invoker) {
		if (!endpointId.equals(ENDPOINT) || operationType != OperationType.WRITE) {
			return invoker;
		}
		return (context) -> invoker.invoke(renamed(context));
	}

	private static InvocationContext renamed(InvocationContext context) {
		Map<String, Object> arguments = new HashMap<>(context.getArguments());
		Object term = arguments.remove("for");
		arguments.remove("term");
		if (term != null) {
			arguments.put("term", term);
		}
		SecurityContext security = context.resolveArgument(SecurityContext.class);
		return new InvocationContext((security != null) ? security : SecurityContext.NONE, arguments);
	}

}

package org.analognets.demo;
public final class Main { private Main() {} public static void main(String[] a) throws Exception { System.err.println("hello " + String.join(",", a)); System.err.print("prompt\r"); Thread.sleep(2000); System.err.println("bye"); System.exit(3);} }
